-- The factors of each design by utility, in each field and over all of them; place 1 has the highest utility.
CREATE VIEW operator_utility_ranked AS
SELECT
  e.name AS experiment,
  u.design,
  coalesce(u.field, 'all fields') AS field,
  row_number() OVER (
    PARTITION BY u.experiment_id, u.design, u.level, u.field ORDER BY u.utility DESC, u.factor
  ) AS place,
  u.factor,
  u.utility,
  u.utility_without,
  u.effect,
  u.lower,
  u.upper,
  u.adjusted_p_value,
  u.problems,
  u.experiment_id
FROM operator_utility u
JOIN latest_experiments e ON e.experiment_id = u.experiment_id
WHERE u.level IN ('all', 'field') AND u.utility IS NOT NULL
