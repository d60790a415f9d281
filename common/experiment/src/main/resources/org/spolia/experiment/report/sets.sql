SELECT
  measure,
  place,
  operator_set,
  reference,
  problems,
  trials,
  recovered,
  score,
  nmse,
  nmse_lower,
  nmse_upper,
  difference,
  lower,
  upper,
  better,
  worse,
  p_value,
  least_p_value,
  adjusted_p_value
FROM set_comparison_all
WHERE experiment_id = :experiment AND score IS NOT NULL
ORDER BY measure, place
