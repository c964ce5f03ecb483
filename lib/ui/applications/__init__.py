"""The Applications page: applications, people, references and the week."""
