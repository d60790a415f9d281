-- Each model family with and without the shortcut among its variables, on the problems that have both.
SELECT
  m.model,
  m.shortcut,
  count(DISTINCT m.problem_id) AS problems,
  count(*) AS models,
  avg(CASE WHEN m.shortcut_use > 0.01 THEN 1.0 ELSE 0.0 END) AS used,
  median(m.nmse) AS median_ood,
  avg(m.g) AS mean_g_ood
FROM (
  SELECT s.model, t.problem_id, t.shortcut, s.shortcut_use, s.nmse, s.g
  FROM experiment_trials x
  JOIN trials t ON t.trial_id = x.trial_id
  JOIN candidates c ON c.trial_id = t.trial_id AND c.selected
  JOIN scores s ON s.trial_id = c.trial_id AND s.complexity = c.complexity AND s.rank = c.rank AND s.model = 'law'
  WHERE x.experiment_id = :experiment AND s.split = 'ood'
  UNION ALL
  SELECT s.model, d.problem_id, d.shortcut, s.shortcut_use, s.nmse, s.g
  FROM (
    SELECT DISTINCT t.dataset_id, t.problem_id, t.shortcut
    FROM experiment_trials x
    JOIN trials t ON t.trial_id = x.trial_id
    WHERE x.experiment_id = :experiment
  ) d
  JOIN scores s ON s.dataset_id = d.dataset_id AND s.trial_id IS NULL
  WHERE s.split = 'ood'
) m
JOIN (
  SELECT DISTINCT t.problem_id
  FROM experiment_trials x
  JOIN trials t ON t.trial_id = x.trial_id AND t.shortcut
  WHERE x.experiment_id = :experiment
) b ON b.problem_id = m.problem_id
GROUP BY m.model, m.shortcut
ORDER BY m.model, m.shortcut
