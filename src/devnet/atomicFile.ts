import {mkdir, open, rename} from 'node:fs/promises';
import {dirname} from 'node:path';

/** Writes a file so that a reader sees the old content or the whole new one, also after a power cut. */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), {recursive: true});
  const draft = `${path}.${process.pid}.part`;
  const file = await open(draft, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}
