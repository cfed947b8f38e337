export { createLenetClassifier } from '../classification/create-lenet-classifier.js';
