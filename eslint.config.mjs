import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      'lib/',
      'node_modules/',
      'src/abi/',
      'src/model/generated/',
      'db/migrations/',
      'contracts/artifacts/',
      '.data/',
    ],
  },
  js.configs.recommended,
  {
    files: ['src/**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        {fixStyle: 'inline-type-imports', prefer: 'type-imports'},
      ],
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_', varsIgnorePattern: '^_'}],
      'no-empty': ['error', {allowEmptyCatch: false}],
    },
  },
  {
    files: ['src/domain/**/*.ts', 'src/projections/**/*.ts', 'src/chain/decode.ts', 'src/chain/contracts/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', 'fetch', 'process', 'setTimeout'],
      'no-restricted-syntax': [
        'error',
        {selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'No wall clock in data.'},
        {selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Folds are deterministic.'},
        {selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'No wall clock in data.'},
        {selector: "CallExpression[callee.name='parseFloat']", message: 'No float for money.'},
      ],
    },
  },
  {
    files: ['**/*.cjs', '**/*.mjs', '*.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
        setTimeout: 'readonly',
      },
    },
  },
);
