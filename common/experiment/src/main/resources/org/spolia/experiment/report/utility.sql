SELECT
  design,
  level,
  factor,
  field,
  array_contains(operators, 'placebo1') OR array_contains(operators, 'placebo2') OR array_contains(operators, 'placebo3') AS placebo,
  problems,
  effect,
  lower,
  upper,
  utility,
  p_value,
  least_p_value,
  adjusted_p_value,
  interaction_p_value
FROM operator_utility
WHERE experiment_id = :experiment AND level <> 'problem'
ORDER BY design, level, factor, field
