import QtQuick

/* A line to write on that nobody beside may read. */
EntryField {
    echoMode: TextInput.Password
    passwordCharacter: "●"
    // Qt drops the name of what is marked so; the echo mode alone still tells readers what it is.
    Component.onCompleted: Accessible.passwordEdit = false
}
