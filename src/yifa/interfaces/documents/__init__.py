"""Documents that people go on writing in: .docx files."""
