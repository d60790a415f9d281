SELECT
  design,
  source_field,
  target_field,
  source_problems,
  problems,
  correlation
FROM operator_transfer
WHERE experiment_id = :experiment
ORDER BY design, source_field, target_field
