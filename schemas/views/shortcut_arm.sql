-- For each family of models, the share that relies on the shortcut (1 % of the variance or more) and its cost out of
-- distribution.
CREATE VIEW shortcut_arm AS
SELECT
  s.model,
  count(*) AS models,
  avg(CASE WHEN s.shortcut_use >= 0.01 THEN 1.0 ELSE 0.0 END) AS share_used,
  avg(s.g_test) AS g_test_with_shortcut,
  avg(w.g_test) AS g_test_without,
  avg(s.g_ood) AS g_ood_with_shortcut,
  avg(w.g_ood) AS g_ood_without,
  avg(w.g_ood) - avg(s.g_ood) AS loss_ood
FROM (
  SELECT m.*, coalesce(t.operator_set_id, '') AS operators, coalesce(t.search_options, '') AS options, coalesce(t.seed, 0) AS seed
  FROM model_scores m
  LEFT JOIN trials t ON t.trial_id = m.trial_id
  WHERE m.shortcut
) s
JOIN (
  SELECT m.*, coalesce(t.operator_set_id, '') AS operators, coalesce(t.search_options, '') AS options, coalesce(t.seed, 0) AS seed
  FROM model_scores m
  LEFT JOIN trials t ON t.trial_id = m.trial_id
  WHERE NOT m.shortcut
) w
  ON w.model = s.model AND w.problem_id = s.problem_id AND w.noise = s.noise AND w.data_seed = s.data_seed
  AND w.operators = s.operators AND w.options = s.options AND w.seed = s.seed
WHERE s.g_ood IS NOT NULL AND w.g_ood IS NOT NULL
GROUP BY s.model
