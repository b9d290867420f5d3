"""From outside to gestures: postings, mails, documents, spreadsheets. Pure readers; nothing here writes."""
