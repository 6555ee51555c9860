/** Something a network sets from a block on. */
export interface FromBlock {
  readonly fromBlock: number;
}

/** A setting of one component of the reserves: `component` is an address in lower-case hex, or a kind. */
export interface ComponentSetting extends FromBlock {
  readonly component: string;
}

/** The setting in force at a block: the newest that begins at or before it, the later one of a list where two do. */
export const inForce = <S extends FromBlock>(settings: readonly S[], height: number): S | undefined =>
  settings.reduce<S | undefined>(
    (newest, setting) =>
      setting.fromBlock <= height && setting.fromBlock >= (newest?.fromBlock ?? 0) ? setting : newest,
    undefined,
  );

/** The setting of a component in force at a block: that of its address before that of its kind. */
export function componentSetting<S extends ComponentSetting>(
  settings: readonly S[],
  {address, kind}: {readonly address: string; readonly kind: string},
  height: number,
): S | undefined {
  const named = (name: string): S | undefined =>
    inForce(
      settings.filter(({component}) => component.toLowerCase() === name.toLowerCase()),
      height,
    );
  return named(address) ?? named(kind);
}
