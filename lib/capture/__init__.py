"""What was jotted down right after an interview, brought into the fields of a debrief."""
