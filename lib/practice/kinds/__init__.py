"""The kind of a question: guessed from its wording alone, offline, and trained by the person's corrections.

The kinds overlap, so each has one definition in the labelled set. Background: a fact about the person, as a CV holds
it. Motivation: why, what they want, what they know of the company. Behavioural: what they did or usually do, strengths
and weaknesses. Technical: the knowledge of the trade. Case: something to work out, make or act on the spot.
Situational: what they would do if. Culture: how they like to work, hours and places included. Pay: money and what is
paid beside it. Curveball: everything that no job needs.
"""
