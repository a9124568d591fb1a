import QtQml

/* Which key is down: the first finger types, and a key that bounces types once. */
QtObject {
    id: hold

    property QtObject held: null
    property QtObject last: null
    property double lastAt: 0

    readonly property int bounce: 80

    function take(key: QtObject): bool {
        if (held !== null || bounces(key))
            return false;
        held = last = key;
        lastAt = Date.now();
        return true;
    }

    function bounces(key: QtObject): bool {
        return last === key && Date.now() - lastAt < bounce;
    }

    function leave(key: QtObject) {
        if (held === key)
            held = null;
    }
}
