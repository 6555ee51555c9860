import {appendFileSync, existsSync, mkdirSync, renameSync, statSync} from 'node:fs';
import path from 'node:path';
import {redactText} from '../redact';

const LIMIT_BYTES = 10_000_000;

/** The log file of a child process: whole lines without secrets; one older file is kept. */
export class ProcessLog {
  private size: number;
  private rest = '';
  private last = '';

  constructor(
    readonly file: string,
    private readonly secrets: readonly string[],
  ) {
    mkdirSync(path.dirname(file), {recursive: true});
    this.size = existsSync(file) ? statSync(file).size : 0;
  }

  /** Adds a piece of output; what follows its last line end waits for the next piece. */
  write(piece: string): void {
    const lines = (this.rest + piece).split('\n');
    this.rest = lines.pop() ?? '';
    if (lines.length === 0) return;
    const text = redactText(`${lines.join('\n')}\n`, this.secrets);
    if (this.size + text.length > LIMIT_BYTES && this.size > 0) {
      renameSync(this.file, `${this.file}.1`);
      this.size = 0;
    }
    appendFileSync(this.file, text);
    this.size += text.length;
    this.last = redactText(lines.filter((line) => line.trim() !== '').pop() ?? this.last, this.secrets);
  }

  /** The last line that says something: its text when it is a sentence, its message when it is a JSON log line. */
  get lastSentence(): string {
    try {
      const {msg, err} = JSON.parse(this.last) as {msg?: string; err?: {message?: string; msg?: string}};
      return err?.message ?? err?.msg ?? msg ?? this.last;
    } catch {
      return this.last;
    }
  }
}
