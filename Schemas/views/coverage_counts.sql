-- How many bodies are in each state, by period and measure.
SELECT period, measure, state, count(*) AS bodies
FROM coverage GROUP BY period, measure, state
