"""Everything that the soaks do."""

from tests.soak import correcting, debriefing, keeping
from tests.soak.soak import Act

RISKY: tuple[Act, ...] = (
    debriefing.begin_a_debrief,
    debriefing.go_on_with_a_debrief,
    debriefing.leave_a_debrief_and_come_back,
    debriefing.save_one_debrief_in_both_tabs,
    debriefing.tell_one_debrief_in_both_tabs_in_other_words,
    correcting.edit_in_one_tab,
    correcting.edit_in_both_tabs,
    keeping.settle_a_task,
    keeping.practise,
    keeping.take_back_the_last_change,
    keeping.delete_and_take_it_back,
)
"""What is most likely to lose or double something in a real browser."""

ACTS: tuple[Act, ...] = (
    *RISKY,
    debriefing.discard_a_draft_and_perhaps_bring_it_back,
    correcting.edit_while_the_file_changes,
    correcting.set_a_correction_aside_and_bring_it_back,
    correcting.change_a_file_from_outside,
    correcting.record_an_outcome,
    keeping.settle_one_task_in_both_tabs,
    keeping.open_a_task_again,
    keeping.practise_one_question_in_both_tabs,
    keeping.bring_a_file_in,
    keeping.take_back_an_earlier_change,
    keeping.delete_in_both_tabs,
    keeping.add_an_application,
    keeping.look_around,
)
