/// The version of the program, which snapshots name.
package let programVersion = "0.1.0"
