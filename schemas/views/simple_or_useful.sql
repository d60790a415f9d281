-- How well each cost identifies the laws that extrapolate: 0.5 means no information; a gain whose interval is above 0
-- beats the number of nodes. Pairs of laws differ in size, and no interval compares utility with shuffled.
CREATE VIEW simple_or_useful AS
SELECT
  e.name AS experiment,
  a.design,
  a.measure,
  a.auc,
  a.lower,
  a.upper,
  a.gain,
  a.gain_lower,
  a.gain_upper,
  a.problems,
  a.pairs,
  a.reason,
  a.experiment_id
FROM cost_auc a
JOIN latest_experiments e ON e.experiment_id = a.experiment_id
WHERE a.problem_id IS NULL
