"""The words of the vocabularies as a person reads them."""

from lib.english import mid_sentence
from lib.records.record import Record, vocabulary_of

_LABELS = {
    # status of an application
    "interested": "Interested",
    "applied": "Applied",
    "interviewing": "Interviewing",
    "offer": "Offer",
    "accepted": "Accepted",
    "rejected": "Rejected",
    "withdrawn": "Withdrawn",
    "no_reply": "No reply",
    # state of an interview
    "scheduled": "Scheduled",
    "short": "Short debrief",
    "done": "Full debrief",
    "cancelled": "Cancelled",
    "no_show": "No-show",
    # stage
    "phone_call": "Phone call",
    "recruiter_screen": "Recruiter call",
    "hiring_manager": "Hiring manager",
    "technical": "Technical",
    "case": "Case",
    "presentation": "Presentation",
    "panel": "Panel",
    "trial_day": "Trial day",
    "culture": "Culture",
    "final": "Final round",
    "other": "Other",
    # format
    "phone": "Phone",
    "video": "Video",
    "in_person": "In person",
    "take_home": "Take-home",
    # outcome
    "pending": "Waiting",
    "advanced": "Moved on",
    "withdrew": "I withdrew",
    # what an outcome rests on
    "hand": "By hand",
    # leaning and opinion
    "go_on": "Keep going",
    "unsure": "Not sure",
    "decline": "Decline",
    "yes": "Yes",
    "no": "No",
    # next step
    "round": "Another round",
    "references": "Reference check",
    "decision": "Their decision",
    "unknown": "They didn't say",
    # plan
    "not_come_up": "Didn't come up",
    # language of letters
    "german": "German",
    "french": "French",
    "italian": "Italian",
    "portuguese": "Portuguese",
    "dutch": "Dutch",
    # formality
    "formal": "Formal",
    "ordinary": "Ordinary",
    "relaxed": "Relaxed",
    # work mode
    "on_site": "On site",
    "hybrid": "Hybrid",
    "remote": "Remote",
    # channel
    "email": "Email",
    "card": "Card",
    "message": "Message",
    "linkedin": "LinkedIn",
    # kind of question
    "background": "Background",
    "motivation": "Motivation",
    "behavioural": "Behavioural",
    "situational": "Situational",
    "compensation": "Pay",
    "curveball": "Curveball",
    # who asked
    "them": "They asked",
    "me": "I asked",
    # whether a topic is practised
    "auto": "By my ratings",
    "suspended": "No longer asked",
    # how an answer came when it was practised
    "again": "Again",
    "hard": "Hard",
    "good": "Good",
    "easy": "Easy",
    # kind of person
    "interviewer": "Interviewer",
    "recruiter": "Recruiter",
    "reference": "Reference",
    "contact": "Contact",
    # kind of activity
    "application": "Application",
    "networking": "Networking",
    "learning": "Learning",
    "interview_prep": "Interview preparation",
    "status": "New status",
    "weekly_aim": "Goal for the week",
    "search_started": "Search started",
    "search_ended": "Search ended",
    "interview_moved": "Interview moved",
    # kind of task
    "debrief": "Debrief",
    "thank_you": "Thank-you note",
    "unsaid_point": "What you forgot to mention",
    "promise": "Promise",
    "ask_reference": "Ask a reference",
    "brief_reference": "Tell a reference what to expect",
    "thank_reference": "Thank a reference",
    "tell_reference": "Tell a reference the result",
    "connect": "Invite to connect",
    "follow_up": "Follow up",
    "check_in": "Check in",
    "ready_to_decide": "Offer help to decide",
    "close_out": "Close it",
    "tell_them_no": "Tell them no",
    "answer_rejection": "Answer a no",
    "rate_interest": "Interest, two days on",
    "ask_in_writing": "Ask for it in writing",
    "negotiate": "Negotiate",
    "accept": "Accept",
    "answer_offer": "Answer an offer",
    "hand_in": "Hand in a take-home",
    "review_decision": "Review a decision",
    "ask_contact": "Ask a contact",
    "thank_contact": "Thank a contact",
    "tell_contact": "Tell a contact the result",
    "look_at_rival": "Look at a rival",
    "own": "My own",
    # status of a task
    "open": "Open",
    "dropped": "Dismissed",
    "snoozed": "Snoozed",
    # what is asked of someone
    "good_word": "A good word",
    # what was decided, and whether it was right
    "hold": "Hold",
    "partly": "Partly",
    # how it felt
    "relieved": "Relieved",
    "disappointed": "Disappointed",
    "neither": "Neither",
    # how sure I am
    "guess": "A guess",
    "fairly": "Fairly sure",
    "sure": "Sure",
    # kind of offer
    "present_job": "My current job",
    "counter_offer": "A counter-offer",
    # by what pay is counted
    "hour": "An hour",
    "day": "A day",
    "week": "A week",
    "month": "A month",
    "year": "A year",
    # how an offer ended
    "turned_down": "I turned it down",
}

_OWN_LABELS = {("tasks.csv", "status"): {"done": "Done"}}
"""Where a word means something else than in the other columns."""

HEADINGS = {
    "basics": "Which interview was it?",
    "interest": "How much do you want this job?",
    "notes": "What went well, and what didn't?",
    "questions": "What did they ask?",
    "people": "Who did you meet?",
    "next": "What happens next?",
    "plans": "Your plans",
    "forecast": "How likely is a yes?",
    "ratings": "Rate how it went",
    "hard": "Better answers to the hard questions",
    "forgotten": "Did you forget a question?",
    "job": "Do you want this job?",
    "claims": "What did you say about yourself?",
    "facts": "Pay and format",
    "lesson": "What did you learn?",
    "private": "A note to yourself",
    "no": "A look at their no",
    "when": "When is it?",
}
"""What each section of a debrief asks, as its heading."""


def label(word: str) -> str:
    """The word of a vocabulary in plain English, on its own; within a sentence, see ``phrase``.

    Raises KeyError for a word of no vocabulary.
    """
    return _LABELS[word]


def cell_label(model: type[Record], column: str, text: str) -> str:
    """A cell in plain English: the label where the column holds words of a vocabulary, any other text as it is."""
    if column not in model.model_fields or text not in vocabulary_of(model, column):
        return text
    return _OWN_LABELS.get((model.file, column), {}).get(text) or _LABELS[text]


def phrase(word: str) -> str:
    """The label within a sentence: 'recruiter call', but 'LinkedIn' and 'I withdrew'."""
    text = _LABELS[word]
    return text if word == "linkedin" or text.startswith("I ") else mid_sentence(text)


def is_word(text: str) -> bool:
    """Whether a text is a word of some vocabulary."""
    return text in _LABELS
