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
FROM simple_or_useful_all
WHERE experiment_id = :experiment
ORDER BY design, measure
