-- Every statement of every figure, the latest first, with the files it stood in.
SELECT v.*, s.file_names, s.kind
FROM vintages v LEFT JOIN sources s ON s.source = v.source
ORDER BY v.area_code, v.period, v.measure, v.as_of DESC
