"""Names that any company may mention: tools, makers, places, days. A question that has one of them is free."""

from typing import Final

from lib.words import word_set

KNOWN_TERMS: Final = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december christmas easter ramadan english german french spanish italian portuguese dutch
    danish swedish norwegian finnish polish czech greek turkish russian ukrainian arabic hebrew hindi chinese mandarin
    japanese korean british american european asian african london paris berlin munich hamburg vienna zurich madrid
    barcelona lisbon rome milan amsterdam brussels copenhagen stockholm oslo helsinki warsaw prague dublin edinburgh
    manchester bristol york new boston chicago seattle francisco toronto sydney singapore tokyo dubai europe america
    asia africa australia britain england scotland wales ireland germany france spain italy austria switzerland
    netherlands belgium denmark sweden norway finland poland portugal greece turkey russia ukraine china india japan
    korea brazil canada mexico states kingdom brexit covid internet earth python java javascript typescript kotlin
    swift scala rust ruby rails golang perl haskell clojure elixir erlang julia matlab stata fortran cobol bash
    powershell django flask spring react angular svelte node express laravel symfony hadoop spark kafka flink airflow
    dagster prefect snowflake databricks redshift bigquery postgres postgresql mysql oracle mongodb redis cassandra
    elasticsearch neo4j sqlite docker kubernetes terraform ansible jenkins git github gitlab bitbucket jira confluence
    linux windows macos android azure amazon google microsoft apple facebook meta instagram twitter linkedin tiktok
    youtube netflix spotify uber airbnb tesla openai chatgpt claude copilot gemini excel powerpoint word outlook
    sharepoint teams slack zoom notion trello asana miro figma sketch photoshop illustrator indesign canva salesforce
    hubspot marketo zendesk intercom workday servicenow netsuite quickbooks datev stripe paypal tableau looker metabase
    superset qlik power analytics matomo mixpanel amplitude segment optimizely pandas numpy pytorch tensorflow keras
    sklearn jupyter dbt fivetran agile scrum kanban lean sigma prince safe waterfall devops bayes bayesian gantt pareto
    porter maslow gdpr hipaa basel solvency ifrs gaap sarbanes iso itil togaf monte carlo poisson fibonacci pythagoras
    boolean unix ascii unicode star god web wikipedia bachelor master masters doctorate erasmus
    """
)
"""In small letters and without accents."""
