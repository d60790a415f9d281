SELECT
  probe,
  quantity,
  dataset,
  split,
  test_dataset,
  head,
  encoder,
  setting,
  size,
  count(*) AS scores,
  percentile_cont(0.25) WITHIN GROUP (ORDER BY value) AS lower,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY value) AS median,
  percentile_cont(0.75) WITHIN GROUP (ORDER BY value) AS upper
FROM probe_scores
WHERE experiment_id = :experiment
  AND metric = 'nrmse'
  AND value IS NOT NULL
GROUP BY probe, quantity, dataset, split, test_dataset, head, encoder, setting, size
ORDER BY probe, dataset, head, split DESC, test_dataset, encoder, setting, size
