SELECT
  s.probe,
  s.dataset,
  s.split,
  s.test_dataset,
  s.metric,
  CASE WHEN s.head = 'finetune' THEN s.encoder ELSE s.head END AS encoder,
  s.setting,
  s.size,
  count(*) AS scores,
  percentile_cont(0.25) WITHIN GROUP (ORDER BY s.value) AS lower,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY s.value) AS median,
  percentile_cont(0.75) WITHIN GROUP (ORDER BY s.value) AS upper
FROM probe_scores s
WHERE s.experiment_id = :experiment
  AND s.metric LIKE 'vrmse%'
  AND s.value IS NOT NULL
GROUP BY
  s.probe,
  s.dataset,
  s.split,
  s.test_dataset,
  s.metric,
  CASE WHEN s.head = 'finetune' THEN s.encoder ELSE s.head END,
  s.setting,
  s.size
ORDER BY
  s.probe,
  s.dataset,
  CASE s.metric WHEN 'vrmse_1' THEN 1 WHEN 'vrmse_6_12' THEN 2 ELSE 3 END,
  s.split DESC,
  s.test_dataset,
  CASE WHEN s.head = 'finetune' THEN s.encoder ELSE s.head END,
  s.setting,
  s.size
