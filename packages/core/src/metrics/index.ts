export { type AnswerThreshold, chooseAnswerThreshold } from '../calibration/choose-answer-threshold.js';
export { type FittedTemperature, fitTemperature } from '../calibration/fit-temperature.js';
export {
  type Calibration,
  type CalibrationBin,
  measureCalibration,
} from '../calibration/measure-calibration.js';
export { type RatedAnswers, rateAnswers } from '../calibration/rate-answers.js';
export { type RiskCoverage, type RiskCoveragePoint, riskCoverage } from '../calibration/risk-coverage.js';
export { accuracy } from './accuracy.js';
export { balancedAccuracy } from './balanced-accuracy.js';
export { type BootstrapInterval, bootstrapInterval } from './bootstrap-interval.js';
export { brierScore } from './brier-score.js';
export { type ClassificationReport, classificationReport } from './classification-report.js';
export { cohenKappa } from './cohen-kappa.js';
export { confusionMatrix } from './confusion-matrix.js';
export { formatClassificationReport } from './format-classification-report.js';
export { logLoss } from './log-loss.js';
export { matthewsCorrelation } from './matthews-correlation.js';
export { type McnemarTest, mcnemarTest } from './mcnemar-test.js';
export {
  type ClassificationReportOptions,
  type ClassificationScores,
  type ClassScores,
  type PrecisionRecallF1,
  precisionRecallF1,
} from './precision-recall-f1.js';
export { type RocAuc, rocAuc } from './roc-auc.js';
export { topKAccuracy } from './top-k-accuracy.js';
