SELECT
  design,
  measure,
  problems,
  pairs,
  auc,
  lower,
  upper,
  gain,
  gain_lower,
  gain_upper
FROM cost_auc
WHERE experiment_id = :experiment AND problem_id IS NULL
ORDER BY design, measure
