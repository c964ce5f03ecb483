"""In: other tools' files. Out: calendar, mail, report, archive."""
