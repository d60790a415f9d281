-- The model that each trial chose on its training rows, and the baselines of the same data sets, without the shortcut arm.
SELECT
  m.model,
  count(DISTINCT m.problem_id) AS problems,
  sum(CASE WHEN m.split = 'test' THEN 1 ELSE 0 END) AS models,
  median(CASE WHEN m.split = 'test' THEN m.nmse END) AS median_test,
  median(CASE WHEN m.split = 'ood' THEN m.nmse END) AS median_ood,
  avg(CASE WHEN m.split = 'test' THEN m.g END) AS mean_g_test,
  avg(CASE WHEN m.split = 'ood' THEN m.g END) AS mean_g_ood,
  avg(CASE WHEN m.split = 'ood' THEN m.acc_01 END) AS mean_acc_01_ood,
  avg(CASE WHEN m.split = 'ood' AND m.recovered THEN 1.0 WHEN m.split = 'ood' THEN 0.0 END) AS recovered
FROM (
  SELECT s.model, t.problem_id, s.split, s.nmse, s.g, s.acc_01, s.recovered
  FROM experiment_trials x
  JOIN trials t ON t.trial_id = x.trial_id AND NOT t.shortcut
  JOIN candidates c ON c.trial_id = t.trial_id AND c.selected
  JOIN scores s ON s.trial_id = c.trial_id AND s.complexity = c.complexity AND s.rank = c.rank AND s.model = 'law'
  WHERE x.experiment_id = :experiment
  UNION ALL
  SELECT s.model, d.problem_id, s.split, s.nmse, s.g, s.acc_01, s.recovered
  FROM (
    SELECT DISTINCT t.dataset_id, t.problem_id
    FROM experiment_trials x
    JOIN trials t ON t.trial_id = x.trial_id AND NOT t.shortcut
    WHERE x.experiment_id = :experiment
  ) d
  JOIN scores s ON s.dataset_id = d.dataset_id AND s.trial_id IS NULL
) m
WHERE m.split IN ('test', 'ood')
GROUP BY m.model
ORDER BY mean_g_ood DESC, m.model
