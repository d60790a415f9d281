SELECT
  s.probe,
  s.quantity,
  s.dataset,
  s.split,
  s.test_dataset,
  s.head,
  s.encoder,
  s.setting,
  s.size,
  count(*) AS scores,
  percentile_cont(0.25) WITHIN GROUP (ORDER BY s.value / t.value) AS lower,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY s.value / t.value) AS median,
  percentile_cont(0.75) WITHIN GROUP (ORDER BY s.value / t.value) AS upper
FROM probe_scores s
JOIN probe_scores t
  ON t.experiment_id = s.experiment_id
  AND t.probe = s.probe
  AND t.dataset = s.dataset
  AND t.encoder_id = s.encoder_id
  AND t.setting = s.setting
  AND t.head = s.head
  AND t.size = s.size
  AND t.seed = s.seed
  AND t.metric = s.metric
WHERE s.experiment_id = :experiment
  AND s.metric = 'nrmse'
  AND s.split = 'shifted'
  AND s.value IS NOT NULL
  AND t.split = 'test'
  AND t.value > 0
GROUP BY s.probe, s.quantity, s.dataset, s.split, s.test_dataset, s.head, s.encoder, s.setting, s.size
ORDER BY s.probe, s.dataset, s.test_dataset, s.head, s.encoder, s.setting, s.size
