"use client";

import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { type ReactNode, useEffect, useRef, useState } from "react";

type Edge = "before" | "after";
type Props = {
  /** Its place in the list, from 0. */
  index: number;
  /** What may be dropped on each other. */
  list: string;
  /** Null where the order cannot be changed. */
  move: ((from: number, to: number) => void) | null;
  children: ReactNode;
};

/** An item of a list that is dragged by its number to another place. The same is done by buttons, without a pointer. */
export function MovableItem({ index, list, move, children }: Props) {
  const ref = useRef<HTMLLIElement>(null);
  const [edge, setEdge] = useState<Edge | null>(null);
  const [dragged, setDragged] = useState(false);
  useEffect(() => {
    const element = ref.current;
    const handle = element?.querySelector(".num");
    if (element === null || move === null || !handle) return;
    const edgeAt = (clientY: number): Edge => {
      const { top, height } = element.getBoundingClientRect();
      return clientY < top + height / 2 ? "before" : "after";
    };
    const stopDragging = draggable({
      element,
      dragHandle: handle,
      getInitialData: () => ({ list, index }),
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    });
    const stopReceiving = dropTargetForElements({
      element,
      canDrop: ({ source }) => source.data.list === list && source.data.index !== index,
      onDrag: ({ location }) => setEdge(edgeAt(location.current.input.clientY)),
      onDragLeave: () => setEdge(null),
      onDrop: ({ source, location }) => {
        setEdge(null);
        const from = Number(source.data.index);
        const gap = edgeAt(location.current.input.clientY) === "before" ? index : index + 1;
        move(from, from < gap ? gap - 1 : gap);
      },
    });
    return () => {
      stopDragging();
      stopReceiving();
    };
  }, [index, list, move]);
  return (
    <li
      ref={ref}
      className="evrow"
      data-movable={move === null ? undefined : ""}
      data-edge={edge ?? undefined}
      data-dragged={dragged || undefined}
    >
      {children}
    </li>
  );
}
