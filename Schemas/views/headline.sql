-- The current figure of every body, period and measure as a whole.
SELECT area_code, area_name, period, measure, value, value_low, value_high, status, as_of, source
FROM observations WHERE {whole}
