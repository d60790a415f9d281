-- The errors of each model on all splits in one row: the law of a trial, selected on training rows only, or a baseline
-- of a data set.
CREATE VIEW model_scores AS
SELECT
  p.field,
  p.name AS problem,
  d.noise,
  d.data_seed,
  d.shortcut,
  s.model,
  s.nmse_train,
  s.nmse_test,
  s.nmse_ood,
  s.g_train,
  s.g_test,
  s.g_ood,
  s.acc_01_ood,
  s.gap,
  s.recovered,
  s.shortcut_use,
  p.problem_id,
  s.dataset_id,
  s.trial_id
FROM (
  SELECT
    dataset_id,
    trial_id,
    model,
    max(CASE WHEN split = 'train' THEN nmse END) AS nmse_train,
    max(CASE WHEN split = 'test' THEN nmse END) AS nmse_test,
    max(CASE WHEN split = 'ood' THEN nmse END) AS nmse_ood,
    max(CASE WHEN split = 'train' THEN g END) AS g_train,
    max(CASE WHEN split = 'test' THEN g END) AS g_test,
    max(CASE WHEN split = 'ood' THEN g END) AS g_ood,
    max(CASE WHEN split = 'ood' THEN acc_01 END) AS acc_01_ood,
    max(CASE WHEN split = 'ood' THEN gap END) AS gap,
    max(CASE WHEN split = 'ood' AND recovered THEN 1 ELSE 0 END) = 1 AS recovered,
    max(CASE WHEN split = 'train' THEN shortcut_use END) AS shortcut_use
  FROM (
    SELECT a.*
    FROM scores a
    LEFT JOIN candidates c ON c.trial_id = a.trial_id AND c.complexity = a.complexity AND c.rank = a.rank
    WHERE a.model <> 'law' OR c.selected
  ) m
  GROUP BY dataset_id, trial_id, model
) s
JOIN (SELECT DISTINCT dataset_id, problem_id, noise, data_seed, shortcut FROM latest_trials) d ON d.dataset_id = s.dataset_id
JOIN problems p ON p.problem_id = d.problem_id
LEFT JOIN latest_trials t ON t.trial_id = s.trial_id
WHERE s.trial_id IS NULL OR t.trial_id IS NOT NULL
