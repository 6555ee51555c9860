import pino, {type Logger} from 'pino';
import type {LogLevel} from './config';

/** Logs go to stderr as JSON lines, so that stdout carries answers alone. */
export const createLog = (level: LogLevel): Logger =>
  pino({level, base: undefined}, pino.destination({fd: 2, sync: true}));
