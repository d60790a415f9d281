-- Each model family with and without the shortcut among its variables, on the problems that have both.
SELECT
  model,
  shortcut,
  count(DISTINCT problem_id) AS problems,
  count(*) AS models,
  CASE WHEN shortcut THEN avg(CASE WHEN shortcut_use >= 0.01 THEN 1.0 ELSE 0.0 END) END AS used,
  median(nmse_ood) AS median_ood,
  avg(g_ood) AS mean_g_ood
FROM model_scores_all
WHERE
  g_ood IS NOT NULL
  AND problem_id IN (
    SELECT t.problem_id
    FROM experiment_trials x
    JOIN trials t ON t.trial_id = x.trial_id AND t.shortcut
    WHERE x.experiment_id = :experiment
  )
  AND (
    trial_id IN (SELECT trial_id FROM experiment_trials WHERE experiment_id = :experiment)
    OR trial_id IS NULL
    AND dataset_id IN (
      SELECT t.dataset_id
      FROM experiment_trials x
      JOIN trials t ON t.trial_id = x.trial_id
      WHERE x.experiment_id = :experiment
    )
  )
GROUP BY model, shortcut
ORDER BY model, shortcut
