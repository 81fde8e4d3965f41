export default {
  extends: ['@commitlint/config-conventional'],
  rules: {
    'header-max-length': [2, 'always', 120],
    'body-max-line-length': [0],
    // A subject may begin with a name such as OpenAPI or English.
    'subject-case': [0],
  },
};
