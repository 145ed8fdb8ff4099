-- What needs a person, with the files it is about.
SELECT i.severity, i.code, s.file_names, i.locator, i.message
FROM issues i LEFT JOIN sources s ON s.source = i.source
WHERE i.state = 'open' AND i.severity <> 'info'
