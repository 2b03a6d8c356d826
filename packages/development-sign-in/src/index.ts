export { parseSignInConfig } from './config.js';
export { CLIENT_ID } from './provider.js';
export { serveDevelopmentSignIn, type DevelopmentSignIn } from './serve.js';
