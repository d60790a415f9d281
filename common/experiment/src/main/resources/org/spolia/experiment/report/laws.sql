SELECT
  probe,
  quantity,
  dataset,
  split,
  test_dataset,
  'laws, lines and ridge' AS head,
  concat(encoder, ', ', model) AS encoder,
  '' AS setting,
  size,
  count(*) AS scores,
  percentile_cont(0.25) WITHIN GROUP (ORDER BY r2) AS lower,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY r2) AS median,
  percentile_cont(0.75) WITHIN GROUP (ORDER BY r2) AS upper,
  min(expression) AS expression
FROM (
  SELECT
    r.probe,
    r.quantity,
    r.dataset,
    r.split,
    r.test_dataset,
    r.encoder,
    r.size,
    m.model,
    m.r2,
    m.expression
  FROM (
    SELECT DISTINCT probe, quantity, dataset, split, test_dataset, encoder, size, seed, train_rows
    FROM probe_scores
    WHERE experiment_id = :experiment
      AND head = 'ridge'
      AND metric = 'r2'
  ) r
  JOIN (
    SELECT DISTINCT
      p.problem_id,
      p.probe,
      p.encoder,
      t.data_seed,
      t.trial_id,
      n.rows AS train_rows,
      CASE s.split WHEN 'ood' THEN 'shifted' ELSE s.split END AS split,
      'law' AS model,
      s.r2,
      c.expression
    FROM problems p
    JOIN trials t ON t.problem_id = p.problem_id
    JOIN experiment_trials x ON x.trial_id = t.trial_id
    JOIN latest_experiments e ON e.experiment_id = x.experiment_id
    JOIN candidates c ON c.trial_id = t.trial_id AND c.selected
    JOIN scores s ON s.trial_id = t.trial_id AND s.complexity = c.complexity AND s.rank = c.rank
    JOIN scores n ON n.trial_id = t.trial_id AND n.complexity = c.complexity AND n.rank = c.rank AND n.split = 'train'
    WHERE p.probe IS NOT NULL
      AND e.name IN (SELECT experiment FROM probe_scores WHERE experiment_id = :experiment)
    UNION ALL
    SELECT DISTINCT
      p.problem_id,
      p.probe,
      p.encoder,
      t.data_seed,
      t.dataset_id AS trial_id,
      n.rows AS train_rows,
      CASE s.split WHEN 'ood' THEN 'shifted' ELSE s.split END AS split,
      'line over as many components' AS model,
      s.r2,
      CAST(NULL AS STRING) AS expression
    FROM problems p
    JOIN trials t ON t.problem_id = p.problem_id
    JOIN experiment_trials x ON x.trial_id = t.trial_id
    JOIN latest_experiments e ON e.experiment_id = x.experiment_id
    JOIN scores s ON s.dataset_id = t.dataset_id AND s.model = 'linear'
    JOIN scores n ON n.dataset_id = t.dataset_id AND n.model = 'linear' AND n.split = 'train'
    WHERE p.probe IS NOT NULL
      AND e.name IN (SELECT experiment FROM probe_scores WHERE experiment_id = :experiment)
  ) m
    ON m.probe = r.probe
    AND m.encoder = r.encoder
    AND m.split = r.split
    AND m.data_seed = r.seed
    AND m.train_rows = r.train_rows
  UNION ALL
  SELECT
    s.probe,
    s.quantity,
    s.dataset,
    s.split,
    s.test_dataset,
    s.encoder,
    s.size,
    'ridge over all numbers' AS model,
    s.value AS r2,
    CAST(NULL AS STRING) AS expression
  FROM probe_scores s
  JOIN (
    SELECT DISTINCT p.probe, p.encoder, t.data_seed, n.rows AS train_rows
    FROM problems p
    JOIN trials t ON t.problem_id = p.problem_id
    JOIN scores n ON n.dataset_id = t.dataset_id AND n.model = 'linear' AND n.split = 'train'
    WHERE p.probe IS NOT NULL
  ) a
    ON a.probe = s.probe AND a.encoder = s.encoder AND a.data_seed = s.seed AND a.train_rows = s.train_rows
  WHERE s.experiment_id = :experiment
    AND s.head = 'ridge'
    AND s.metric = 'r2'
) v
WHERE r2 IS NOT NULL
GROUP BY probe, quantity, dataset, split, test_dataset, encoder, model, size
ORDER BY probe, dataset, split DESC, test_dataset, encoder, model, size
