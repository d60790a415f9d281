-- The model that each trial selected on its training rows, and the baselines of the same data sets, without the
-- shortcut arm.
SELECT
  model,
  count(DISTINCT problem_id) AS problems,
  count(g_test) AS models,
  median(nmse_test) AS median_test,
  median(nmse_ood) AS median_ood,
  avg(g_test) AS mean_g_test,
  avg(g_ood) AS mean_g_ood,
  avg(acc_01_ood) AS mean_acc_01_ood,
  avg(CASE WHEN g_ood IS NOT NULL THEN CASE WHEN recovered THEN 1.0 ELSE 0.0 END END) AS recovered
FROM model_scores_all
WHERE
  NOT shortcut
  AND (g_test IS NOT NULL OR g_ood IS NOT NULL)
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
GROUP BY model
ORDER BY mean_g_ood DESC, model
