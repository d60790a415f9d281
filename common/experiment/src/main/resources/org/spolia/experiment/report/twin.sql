SELECT
  p.field AS probe,
  p.target AS quantity,
  'features of simulations' AS dataset,
  s.split,
  'other parameters' AS test_dataset,
  'laws' AS head,
  CASE
    WHEN f.problems = 1 THEN p.description
    WHEN p.variable_choice = 'learned' THEN 'those that laws of the parts use'
    WHEN p.variable_choice = 'random' THEN 'as many others'
    ELSE 'all features'
  END AS encoder,
  '' AS setting,
  n.rows AS size,
  f.problems,
  count(*) AS scores,
  percentile_cont(0.25) WITHIN GROUP (ORDER BY s.nmse) AS lower,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY s.nmse) AS median,
  percentile_cont(0.75) WITHIN GROUP (ORDER BY s.nmse) AS upper,
  avg(CASE WHEN s.nmse < 1E-2 THEN 1E0 ELSE 0E0 END) AS share_good,
  CASE WHEN f.problems = 1 THEN min(c.expression) END AS expression
FROM problems p
JOIN (
  SELECT field, description, variable_choice, count(DISTINCT problem_id) AS problems
  FROM problems
  WHERE kind = 'data'
    AND probe IS NULL
    AND description IS NOT NULL
  GROUP BY field, description, variable_choice
) f ON f.field = p.field AND f.description = p.description AND f.variable_choice = p.variable_choice
JOIN trials t ON t.problem_id = p.problem_id
JOIN candidates c ON c.trial_id = t.trial_id AND c.selected
JOIN scores s ON s.trial_id = t.trial_id AND s.complexity = c.complexity AND s.rank = c.rank AND s.split IN ('test', 'ood')
JOIN scores n ON n.trial_id = t.trial_id AND n.complexity = c.complexity AND n.rank = c.rank AND n.split = 'train'
WHERE s.nmse IS NOT NULL
  AND t.trial_id IN (
    SELECT x.trial_id
    FROM experiment_trials x
    JOIN latest_experiments e ON e.experiment_id = x.experiment_id
    WHERE e.name IN (SELECT experiment FROM probe_scores WHERE experiment_id = :experiment)
  )
GROUP BY p.field, p.target, s.split, p.description, p.variable_choice, n.rows, f.problems
ORDER BY p.field, p.target, s.split DESC, encoder, n.rows
