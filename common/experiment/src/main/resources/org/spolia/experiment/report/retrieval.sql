SELECT
  probe,
  quantity,
  dataset,
  split,
  test_dataset,
  encoder,
  setting,
  size,
  scores,
  rows,
  mean,
  sd
FROM probe_curve_all
WHERE experiment_id = :experiment
  AND head = 'retrieval'
ORDER BY probe, dataset, split DESC, test_dataset, encoder, setting, size
