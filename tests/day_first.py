"""Functions that write dates, with the day first: for tests that are about something else."""

from functools import partial

from lib.dates import DAY_FIRST
from lib.exchange.coach_copy import coach_copy as _coach_copy
from lib.exchange.debrief_markdown import markdown as _markdown
from lib.exchange.proof_of_search import proof_of_search as _proof_of_search
from lib.exchange.report_page import report_page as _report_page
from lib.exchange.search_report import search_report as _search_report
from lib.exchange.sheet_page import sheet_page as _sheet_page
from lib.followup.facts import gather as _gather
from lib.followup.plan import derive as _derive
from lib.followup.sheet import sheet_for as _sheet_for
from lib.insight.forecasts.forecast import forecasts as _forecasts
from lib.insight.retrospective import retrospective as _retrospective
from lib.insight.skills.ratings import skills as _skills
from lib.insight.words.themes import themes as _themes
from lib.practice.bank import bank as _bank
from lib.practice.consistency import reminders_before_rounds as _before_next_rounds
from lib.practice.queue import queue as _queue
from lib.practice.results import how_ready as _how_ready
from lib.practice.results import reviews_by_day as _reviews_by_day
from lib.workflows.drafts.debrief import save_debrief as _save_debrief
from lib.workflows.drafts.editing import save_edit as _save_edit
from lib.workflows.entries.claims import take_claim_up as _take_claim_up
from lib.workflows.entries.sheets import full_sheet as _full_sheet
from lib.workflows.repairing.looking_back import take_back as _take_back

bank = partial(_bank, dates=DAY_FIRST)
before_next_rounds = partial(_before_next_rounds, dates=DAY_FIRST)
coach_copy = partial(_coach_copy, dates=DAY_FIRST)
derive = partial(_derive, dates=DAY_FIRST)
forecasts = partial(_forecasts, dates=DAY_FIRST)
full_sheet = partial(_full_sheet, dates=DAY_FIRST)
gather = partial(_gather, dates=DAY_FIRST)
how_ready = partial(_how_ready, dates=DAY_FIRST)
markdown = partial(_markdown, dates=DAY_FIRST)
proof_of_search = partial(_proof_of_search, dates=DAY_FIRST)
queue = partial(_queue, dates=DAY_FIRST)
report_page = partial(_report_page, dates=DAY_FIRST)
retrospective = partial(_retrospective, dates=DAY_FIRST)
reviews_by_day = partial(_reviews_by_day, dates=DAY_FIRST)
save_debrief = partial(_save_debrief, dates=DAY_FIRST)
save_edit = partial(_save_edit, dates=DAY_FIRST)
search_report = partial(_search_report, dates=DAY_FIRST)
sheet_for = partial(_sheet_for, dates=DAY_FIRST)
sheet_page = partial(_sheet_page, dates=DAY_FIRST)
skills = partial(_skills, dates=DAY_FIRST)
take_claim_up = partial(_take_claim_up, dates=DAY_FIRST)
take_back = partial(_take_back, dates=DAY_FIRST)
themes = partial(_themes, dates=DAY_FIRST)
