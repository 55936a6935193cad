package homework.engine;

/** The four arrays of a batch normalisation, a value a channel each; mean and variance are the running ones. */
record BatchNormArrays(Parameter gamma, Parameter beta, Parameter mean, Parameter variance) {
}
