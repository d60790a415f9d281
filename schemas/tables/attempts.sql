CREATE TABLE attempts (
  stage STRING NOT NULL COMMENT 'The stage, such as search',
  trial_id STRING COMMENT 'The trial; NULL for tasks without a trial',
  dataset_id STRING COMMENT 'The data set, for baselines; NULL for other tasks',
  file STRING COMMENT 'The data set and the file, separated by a slash; for features also the trajectory, split and problem, for embed the table, the encoder, the setting and the batch; NULL for other tasks',
  batch BIGINT NOT NULL COMMENT 'The batch of the stage (1)',
  attempt INT NOT NULL COMMENT 'The number of starts of the task, including this one (1)',
  outcome STRING NOT NULL COMMENT 'started: a row of its own, before the task; done or failed: after it; a row started without a later one: killed',
  started_at TIMESTAMP NOT NULL COMMENT 'When the driver started, or for done and failed the task (UTC)',
  wall_seconds DOUBLE COMMENT 'Wall-clock time of the task (s); NULL for started',
  cpu_seconds DOUBLE COMMENT 'CPU time of the thread of the task (s); NULL for started',
  evaluations BIGINT COMMENT 'Expressions evaluated (1); NULL for started and for tasks without evaluations',
  evaluations_per_second DOUBLE COMMENT 'evaluations over wall_seconds (1/s); NULL like evaluations',
  reads BIGINT COMMENT 'Requests to the file system for the examined file (1); NULL for started and for tasks without such a file',
  bytes_read BIGINT COMMENT 'Bytes of these requests (byte), more than the size of the file if parts were read again; NULL like reads',
  host STRING NOT NULL COMMENT 'Machine of the driver, or for done and failed of the task',
  jdk STRING NOT NULL COMMENT 'Version of the JDK there',
  vector_bits INT COMMENT 'Width of a vector of the machine (bit); NULL for started',
  device STRING NOT NULL COMMENT 'cpu, or the name of the accelerator',
  reason STRING COMMENT 'Why it failed; for a search that is done, the steps that threw and were left out, by kind with their numbers; NULL otherwise'
)
USING delta
COMMENT 'When, where and how fast each task ran. The only table with clocks; no result depends on it'
TBLPROPERTIES (
  'spolia.schema.version' = '3',
  'spolia.key' = 'stage,trial_id,dataset_id,file,attempt,outcome',
  'spolia.digest' = 'false',
  'delta.minReaderVersion' = '1',
  'delta.dataSkippingStatsColumns' = 'stage,trial_id,batch,outcome,started_at',
  'delta.constraints.known_outcome' = 'outcome IN (''started'', ''done'', ''failed'')',
  'delta.constraints.reason_for_failure' = 'outcome <> ''failed'' OR reason IS NOT NULL',
  'delta.constraints.finite_times' = '(wall_seconds IS NULL OR abs(wall_seconds) <= 1.7976931348623157E308D) AND (cpu_seconds IS NULL OR abs(cpu_seconds) <= 1.7976931348623157E308D) AND (evaluations_per_second IS NULL OR abs(evaluations_per_second) <= 1.7976931348623157E308D)'
)
