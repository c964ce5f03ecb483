"""What people bring along from a phone, file by file and format by format, read as notes."""
