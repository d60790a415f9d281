-- The score of each operator list (recovered laws, errors in the training range and out of distribution) and its
-- difference from the first list on the same problems, with intervals and p-values.
CREATE VIEW set_comparison AS
SELECT
  e.name AS experiment,
  c.measure,
  c.place,
  c.operator_set,
  c.reference,
  c.problems,
  c.trials,
  c.recovered,
  c.score,
  c.nmse,
  c.nmse_lower,
  c.nmse_upper,
  c.difference,
  c.lower,
  c.upper,
  c.better,
  c.worse,
  c.p_value,
  c.least_p_value,
  c.adjusted_p_value,
  c.reason,
  c.experiment_id
FROM set_comparisons c
JOIN latest_experiments e ON e.experiment_id = c.experiment_id
