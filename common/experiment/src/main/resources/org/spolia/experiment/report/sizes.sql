-- For each trial, the most complex law of its Pareto front up to each complexity, and the baselines of the same data
-- sets, without the shortcut arm. An undefined error counts as 1e6.
WITH laws AS (
  SELECT t.trial_id, t.problem_id, n.name AS operator_set, c.complexity, coalesce(s.nmse, 1e6) AS nmse
  FROM experiment_trials x
  JOIN trials t ON t.trial_id = x.trial_id AND NOT t.shortcut
  JOIN experiment_sets n ON n.experiment_id = x.experiment_id AND n.operator_set_id = t.operator_set_id
  JOIN candidates c ON c.trial_id = t.trial_id AND c.pareto
  JOIN scores s
    ON s.trial_id = c.trial_id AND s.complexity = c.complexity AND s.rank = c.rank AND s.model = 'law' AND s.split = 'ood'
  WHERE x.experiment_id = :experiment
),
limited AS (
  SELECT
    l.*,
    k.complexity AS at_most,
    row_number() OVER (PARTITION BY l.trial_id, l.operator_set, k.complexity ORDER BY l.complexity DESC) AS place
  FROM laws l
  JOIN (SELECT DISTINCT complexity FROM laws) k ON l.complexity <= k.complexity
)
SELECT
  'law' AS model,
  operator_set,
  at_most AS complexity,
  count(DISTINCT problem_id) AS problems,
  count(*) AS models,
  log10(median(greatest(nmse, 1e-15))) AS log10_nmse
FROM limited
WHERE place = 1
GROUP BY operator_set, at_most
UNION ALL
SELECT
  model,
  NULL AS operator_set,
  NULL AS complexity,
  count(DISTINCT problem_id) AS problems,
  count(*) AS models,
  log10(median(greatest(coalesce(nmse_ood, 1e6), 1e-15))) AS log10_nmse
FROM model_scores_all
WHERE
  trial_id IS NULL
  AND NOT shortcut
  AND g_ood IS NOT NULL
  AND dataset_id IN (
    SELECT t.dataset_id
    FROM experiment_trials x
    JOIN trials t ON t.trial_id = x.trial_id
    WHERE x.experiment_id = :experiment
  )
GROUP BY model
ORDER BY model, operator_set, complexity
