"""The words of the vocabularies as a person reads them."""

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
    "recruiter_screen": "Recruiter screen",
    "hiring_manager": "Hiring manager",
    "technical": "Technical",
    "case": "Case",
    "presentation": "Presentation",
    "panel": "Panel",
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
    "advanced": "Advanced",
    "withdrew": "I withdrew",
    # leaning and opinion
    "go_on": "Go on",
    "unsure": "Not sure",
    "decline": "Decline",
    "yes": "Yes",
    "no": "No",
    # next step
    "round": "Another round",
    "references": "References",
    "decision": "Their decision",
    "unknown": "Not known",
    # plan
    "not_come_up": "Did not come up",
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
    "status": "Change of status",
    "weekly_aim": "Aim for the week",
    "search_started": "Search started",
    "search_ended": "Search ended",
}


def label(word: str) -> str:
    """The word of a vocabulary in plain English, to stand alone; within a sentence, see ``phrase``.

    Raises KeyError for a word of no vocabulary.
    """
    return _LABELS[word]


def phrase(word: str) -> str:
    """The label as it stands within a sentence: 'recruiter screen', but 'LinkedIn' and 'I withdrew'."""
    text = _LABELS[word]
    return text if word == "linkedin" or text.startswith("I ") else text[0].lower() + text[1:]


def is_word(text: str) -> bool:
    """Whether a text is a word of some vocabulary."""
    return text in _LABELS
