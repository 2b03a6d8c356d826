import base from './jest.js';

const [unit] = base.projects;

export default { ...unit, testMatch: ['<rootDir>/.config/mutation.test.js'] };
