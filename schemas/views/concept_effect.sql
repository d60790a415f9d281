-- The effect of concepts: for each arm of an experiment (none, mined, and random pieces as their control, which can
-- include mined ones) the bounded score out of distribution (on test if there is no ood split), mean over problems
-- without an interval, next to the same operators without concepts.
CREATE VIEW concept_effect AS
SELECT
  e.name AS experiment,
  a.concepts,
  count(*) AS problems,
  avg(a.g_ood) AS g_ood,
  avg(a.g_ood - u.g_ood) AS gain,
  avg(CASE WHEN a.g_ood > u.g_ood THEN 1.0 WHEN a.g_ood = u.g_ood THEN 0.5 WHEN a.g_ood < u.g_ood THEN 0.0 END) AS share_better,
  avg(a.share_recovered) AS share_recovered,
  median(a.nmse_ood) AS nmse_ood,
  avg(a.size) AS size,
  a.base_id,
  a.experiment_id
FROM (
  SELECT
    x.experiment_id,
    coalesce(o.base_id, o.operator_set_id) AS base_id,
    o.concepts,
    t.problem_id,
    avg(coalesce(m.g_ood, m.g_test)) AS g_ood,
    median(coalesce(m.nmse_ood, m.nmse_test)) AS nmse_ood,
    avg(CASE WHEN m.recovered THEN 1.0 ELSE 0.0 END) AS share_recovered,
    avg(CAST(c.size AS DOUBLE)) AS size
  FROM experiment_trials x
  JOIN trials t ON t.trial_id = x.trial_id
  JOIN operator_sets o ON o.operator_set_id = t.operator_set_id
  JOIN model_scores m ON m.trial_id = t.trial_id
  JOIN candidates c ON c.trial_id = t.trial_id AND c.selected
  WHERE m.model = 'law' AND NOT t.shortcut
  GROUP BY x.experiment_id, coalesce(o.base_id, o.operator_set_id), o.concepts, t.problem_id
) a
JOIN (
  SELECT DISTINCT x.experiment_id, o.base_id
  FROM experiment_trials x
  JOIN trials t ON t.trial_id = x.trial_id
  JOIN operator_sets o ON o.operator_set_id = t.operator_set_id
  WHERE o.base_id IS NOT NULL
) k ON k.experiment_id = a.experiment_id AND k.base_id = a.base_id
JOIN latest_experiments e ON e.experiment_id = a.experiment_id
LEFT JOIN (
  SELECT x.experiment_id, t.operator_set_id AS base_id, t.problem_id, avg(coalesce(m.g_ood, m.g_test)) AS g_ood
  FROM experiment_trials x
  JOIN trials t ON t.trial_id = x.trial_id
  JOIN model_scores m ON m.trial_id = t.trial_id
  WHERE m.model = 'law' AND NOT t.shortcut
  GROUP BY x.experiment_id, t.operator_set_id, t.problem_id
) u ON u.experiment_id = a.experiment_id AND u.base_id = a.base_id AND u.problem_id = a.problem_id
GROUP BY e.name, a.experiment_id, a.base_id, a.concepts
