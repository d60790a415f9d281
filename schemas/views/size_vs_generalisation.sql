-- The errors of laws of the Pareto fronts by their number of nodes, in the training range and out of distribution.
-- Problems are mixed, so sizes differ in difficulty too.
CREATE VIEW size_vs_generalisation AS
SELECT
  p.field,
  coalesce(n.operator_set, o.name) AS operator_set,
  t.noise,
  t.shortcut,
  c.size,
  count(*) AS laws,
  count(DISTINCT t.problem_id) AS problems,
  avg(s.g) AS g_train,
  avg(x.g) AS g_test,
  avg(y.g) AS g_ood,
  avg(y.gap) AS gap
FROM candidates c
JOIN latest_trials t ON t.trial_id = c.trial_id
JOIN problems p ON p.problem_id = t.problem_id
JOIN operator_sets o ON o.operator_set_id = t.operator_set_id
LEFT JOIN trial_sets n ON n.trial_id = t.trial_id
JOIN scores s
  ON s.trial_id = c.trial_id AND s.complexity = c.complexity AND s.rank = c.rank AND s.split = 'train'
LEFT JOIN scores x
  ON x.trial_id = c.trial_id AND x.complexity = c.complexity AND x.rank = c.rank AND x.split = 'test'
LEFT JOIN scores y
  ON y.trial_id = c.trial_id AND y.complexity = c.complexity AND y.rank = c.rank AND y.split = 'ood'
WHERE c.pareto
GROUP BY p.field, coalesce(n.operator_set, o.name), t.noise, t.shortcut, c.size
