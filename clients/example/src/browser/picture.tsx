import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { forum } from "./forum.js";

/** A picture as this reader may see it: fetched with their token. Where that fails its description stands there. */
export function Picture({ src, ...rest }: JSX.IntrinsicElements["img"]) {
  const address = String(src);
  const isAtForum = new URL(address).origin === new URL(forum.address).origin;
  const [shown, show] = useState(isAtForum ? undefined : address);
  useEffect(() => {
    if (!isAtForum) return undefined;
    let made: string | undefined;
    let isGone = false;
    forum.media(address).then(
      (picture) => {
        if (!isGone) show((made = URL.createObjectURL(picture)));
      },
      () => show(""),
    );
    return () => {
      isGone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [address]);
  return <img {...rest} src={shown} />;
}
